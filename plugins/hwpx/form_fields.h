// Where the fields of a form stand in the XML of a section: 누름틀, named cells, and check boxes.
#pragma once

#include "core/document.h"
#include "core/xml_outline.h"

namespace naru::hwpx {

struct FieldSite {
    FormField::Kind kind = FormField::Kind::ClickHere;
    QString name; // NFC
    int begin = -1; // the element: fieldBegin, tc, or checkBtn
    int end = -1; // fieldEnd of a 누름틀; -1 where none closes it
};

// All that have a name, in the order of their beginnings.
QList<FieldSite> fieldSites(const XmlOutline &section);

// The prompt of a 누름틀 out of its command: "Clickhere:set:48:Direction:wstring:5:수신기관 HelpState:wstring:0:  ".
QString promptOf(const QString &command);

} // namespace naru::hwpx
