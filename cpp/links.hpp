#pragma once

#include <cstdint>
#include <vector>

#include "geometry.hpp"

/// The links of a layer: everything there is to explain about it.
namespace conv {

/// One multiplication, y += x * k: the row-major offsets of its three cells.
struct Link {
  std::uint32_t x;
  std::uint32_t k;
  std::uint32_t y;

  friend bool operator==(const Link&, const Link&) = default;
};

enum class Operand { x, k, y };

/// The links of one cell. Of a y: the sum behind it, in the order of x. Of an x: its stamp, in the
/// order of k. Of a k: all that the weight touches, in the order of x. Of a cell that there is not:
/// none.
std::vector<Link> links_of(const Layer& layer, Operand operand, std::size_t cell);

/// No less than the memory that this takes.
double links_bytes(const Layer& layer, Operand operand);

/// Every link, by output cell.
std::vector<Link> all_links(const Layer& layer);

}  // namespace conv
