#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "operands.hpp"
#include "phases.hpp"
#include "transform.hpp"

/// How an axis is cut into Winograd's tiles.
namespace conv::kernels {

/// What tiles do with a number of taps on one axis.
struct Algorithm {
  std::size_t taps;
  std::size_t outputs;
  const double* weights;  ///< the matrix, row-major
  void (*sums)(const Cells*, std::size_t, Cells*, std::size_t);
};

/// Tiles that read n by n cells, and what they cost beside the products; measured.
struct Scheme {
  std::size_t n;
  void (*cells)(const Cells*, std::size_t, Cells*, std::size_t);
  std::array<Algorithm, 3> algorithms;  ///< by the number of taps
  double input_cost;                    ///< of the transforms of a tile
  double output_cost;
  double weight_cost;  ///< of those of a kernel
};

extern const Scheme small_tiles;  ///< of 4 by 4 cells
extern const Scheme large_tiles;  ///< of 6 by 6 cells

/// Phases of one axis that take the same algorithm, and so share the tiles of the input.
struct Tiling {
  const Algorithm* algorithm;
  std::vector<const Phase*> phases;
  std::int64_t first = 0;  ///< the source cell where the first tile begins
  std::int64_t tiles = 0;

  std::int64_t outputs() const { return static_cast<std::int64_t>(algorithm->outputs); }
  /// The output cell of a phase that a tile computes first; may lie before the first there is.
  std::int64_t output(std::size_t phase, std::int64_t tile) const {
    return first - phases[phase]->lowest() + tile * outputs();
  }
};

/// The tilings of an axis; none if there is a phase that no algorithm can do.
std::vector<Tiling> tilings(const Scheme& scheme, const PhaseAxis& axis);

/// How many cells a row of tiles reads.
inline std::int64_t extent(const Scheme& scheme, const Tiling& tiling, std::int64_t tiles) {
  return (tiles - 1) * tiling.outputs() + static_cast<std::int64_t>(scheme.n);
}

/// The source cells that a band of tiles reads.
inline Band reads(const Scheme& scheme, const Tiling& tiling, Band tiles) {
  const auto begin = tiling.first + tiles.begin * tiling.outputs();
  return {begin, begin + extent(scheme, tiling, tiles.size())};
}

}  // namespace conv::kernels
