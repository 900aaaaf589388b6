#pragma once

#include <optional>

#include "fault.hpp"

namespace conv {

/// Refuses work that there is no memory for. Tensors and lists don't ask: a failed allocation
/// inside them ends the module. So each function that takes much has a twin that says how much.
std::optional<Fault> memory_fault(double bytes, Field field = Field::y);

}  // namespace conv
