#include "tiling.hpp"

#include <algorithm>

#include "toom_cook.hpp"

namespace conv::kernels {
namespace {

using std::int64_t;

template <std::size_t N>
constexpr auto input_transform_matrix = input_matrix<N>();
template <std::size_t N, std::size_t Taps>
constexpr auto weight_transform_matrix = weight_matrix<N, Taps>();
template <std::size_t N, std::size_t Taps>
constexpr auto output_transform_matrix = output_matrix<N, Taps>();

template <std::size_t N, std::size_t Taps>
constexpr Algorithm algorithm{Taps, N + 1 - Taps, weight_transform_matrix<N, Taps>[0].data(),
                              transform<output_transform_matrix<N, Taps>>};

/// The algorithm for so many neighbouring taps; fewer are as good as zeros.
const Algorithm* algorithm_for(const Scheme& scheme, int64_t taps) {
  for (const auto& candidate : scheme.algorithms) {
    if (taps <= static_cast<int64_t>(candidate.taps)) return &candidate;
  }
  return nullptr;
}

}  // namespace

const Scheme small_tiles{4,
                         transform<input_transform_matrix<4>>,
                         {algorithm<4, 2>, algorithm<4, 3>, algorithm<4, 3>},
                         125,
                         190,
                         280};
const Scheme large_tiles{6,
                         transform<input_transform_matrix<6>>,
                         {algorithm<6, 2>, algorithm<6, 3>, algorithm<6, 4>},
                         310,
                         440,
                         500};

std::vector<Tiling> tilings(const Scheme& scheme, const PhaseAxis& axis) {
  std::vector<Tiling> tilings;
  for (const auto& phase : axis.phases) {
    const auto* algorithm = algorithm_for(scheme, phase.highest() - phase.lowest() + 1);
    if (algorithm == nullptr) return {};
    std::size_t i = 0;
    while (i < tilings.size() && tilings[i].algorithm != algorithm) ++i;
    if (i == tilings.size()) tilings.push_back({algorithm, {}, phase.lowest(), 0});
    tilings[i].phases.push_back(&phase);
    tilings[i].first = std::min(tilings[i].first, phase.lowest());
  }
  for (auto& tiling : tilings) {
    for (std::size_t i = 0; i < tiling.phases.size(); ++i) {
      const auto cells = tiling.phases[i]->count - tiling.output(i, 0);
      tiling.tiles = std::max(tiling.tiles, (cells + tiling.outputs() - 1) / tiling.outputs());
    }
  }
  return tilings;
}

}  // namespace conv::kernels
