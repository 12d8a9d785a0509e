#include "form_fields.h"

#include <QRegularExpression>

namespace naru::hwpx {

QList<FieldSite> fieldSites(const XmlOutline &section)
{
    struct Open {
        QString id;
        qsizetype site; // -1: a link, a formula …
    };
    QList<FieldSite> sites;
    QList<Open> open;
    const auto add = [&](FormField::Kind kind, int element) {
        const QString name = section.attribute(element, "name").normalized(QString::NormalizationForm_C);
        if (name.isEmpty())
            return qsizetype(-1);
        sites.append({kind, name, element, -1});
        return sites.size() - 1;
    };
    for (int i = 0; i < section.size(); ++i) {
        if (section.is(i, "tc")) {
            add(FormField::Kind::NamedCell, i);
        } else if (section.is(i, "checkBtn")) {
            add(FormField::Kind::Checkbox, i);
        } else if (section.is(i, "fieldBegin") && section.attribute(i, "type") == u"CLICK_HERE") {
            open.append({section.attribute(i, "id"), add(FormField::Kind::ClickHere, i)});
        } else if (section.is(i, "fieldEnd")) {
            const QString id = section.attribute(i, "beginIDRef");
            for (qsizetype last = open.size() - 1; last >= 0; --last) {
                if (open[last].id != id)
                    continue;
                if (open[last].site >= 0)
                    sites[open[last].site].end = i;
                open.removeAt(last);
                break;
            }
        }
    }
    return sites;
}

QString promptOf(const QString &command)
{
    static const QRegularExpression direction(u"Direction:wstring:(\\d+):"_s);
    const QRegularExpressionMatch match = direction.match(command);
    if (!match.hasMatch())
        return {};
    const QString rest = command.mid(match.capturedEnd());
    const qsizetype help = rest.indexOf(u" HelpState:"_s); // the told length is wrong in some documents
    return help >= 0 ? rest.left(help) : rest.left(match.captured(1).toInt());
}

} // namespace naru::hwpx
