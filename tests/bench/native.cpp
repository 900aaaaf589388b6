// The layers of layers.json (or of the files named by LAYERS, separated by ':') without a browser,
// for profilers: npm run bench:native -- --benchmark_filter=dcgan
#include <benchmark/benchmark.h>

#include <cstdlib>
#include <fstream>
#include <nlohmann/json.hpp>
#include <random>
#include <sstream>

#include "convolution.hpp"

namespace {

using conv::Tensor;
using nlohmann::json;

/// One number or a list of them.
std::vector<double> list(const json& line, const char* name) {
  if (!line.contains(name)) return {};
  const auto& value = line[name];
  return value.is_array() ? value.get<std::vector<double>>()
                          : std::vector<double>{value.get<double>()};
}

conv::Request to_request(const json& line) {
  const bool transposed = line["op"] == "tconv";
  const double inputs = line["in"];
  const double outputs = line["out"];
  const double groups = line.value("groups", 1.0);
  const auto kernel = list(line, "kernel");
  const auto size = line["size"].get<std::vector<double>>();
  return {transposed ? conv::Operation::conv_transpose2d : conv::Operation::conv2d,
          {line.value("batch", 1.0), inputs, size[0], size[1]},
          {transposed ? inputs : outputs, (transposed ? outputs : inputs) / groups, kernel.front(),
           kernel.back()},
          std::nullopt,
          {list(line, "stride"), list(line, "dilation"), list(line, "padding"),
           list(line, "output_padding"), groups}};
}

Tensor<float> noise(const conv::Shape& shape, std::mt19937& random) {
  Tensor<float> tensor(shape);
  for (auto& number : tensor) number = std::uniform_real_distribution<float>(-0.5F, 0.5F)(random);
  return tensor;
}

void run(benchmark::State& state, const conv::Layer& layer) {
  std::mt19937 random(1);
  const auto x = noise(layer.x, random);
  const auto k = noise(layer.k, random);
  for (auto _ : state) benchmark::DoNotOptimize(conv::compute(layer, x, k, {}));
  // Each kernel once at each cell of the coarse side, as the browser's benchmark counts them.
  const auto coarse = layer.y[0] * layer.height.coarse * layer.width.coarse;
  const auto multiplications = static_cast<double>(coarse * k.size());
  state.counters["FLOP/s"] =
      benchmark::Counter(2 * multiplications, benchmark::Counter::kIsIterationInvariantRate);
}

}  // namespace

int main(int argc, char** argv) {
  benchmark::Initialize(&argc, argv);
  if (benchmark::ReportUnrecognizedArguments(argc, argv)) return 1;
  const char* chosen = std::getenv("LAYERS");
  std::istringstream files(chosen != nullptr ? chosen : LAYERS);
  for (std::string file; std::getline(files, file, ':');) {
    const json lines = json::parse(std::ifstream(file))["layers"];
    for (const auto& line : lines) {
      const auto layer = std::get<conv::Layer>(conv::plan(to_request(line)));
      benchmark::RegisterBenchmark(line["name"].get<std::string>().c_str(), run, layer)
          ->Unit(benchmark::kMillisecond);
    }
  }
  benchmark::RunSpecifiedBenchmarks();
}
