// Fills a HWPX form: the sections that hold its fields change, the previews go stale, everything else stays as it is.
#pragma once

#include "core/form_template.h"

namespace naru::hwpx {

// As FormTemplate::fill().
Result<FilledForm> fillForm(const QByteArray &bytes, const FormFilling &filling, const ReadLimits &limits);

} // namespace naru::hwpx
