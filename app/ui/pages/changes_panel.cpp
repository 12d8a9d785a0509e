#include "ui/pages/changes_panel.h"

#include "ui/pages/change_words.h"
#include "ui/words.h"

#include <QTextBrowser>
#include <QVBoxLayout>

namespace naru::ui {

namespace {

// HTML with the theme's colours: a heading, a list of consequences, then one small table for each record.
class Writer {
public:
    explicit Writer(const Theme &theme)
        : m_theme(theme)
    {
    }

    void heading(const QString &text) { m_html += u"<h3 style='margin:0 0 %2px 0'>%1</h3>"_s.arg(text.toHtmlEscaped()).arg(m_theme.px(4)); }
    void muted(const QString &text)
    {
        m_html += u"<p style='margin:0 0 %3px 0'><span style='color:%2'>%1</span></p>"_s.arg(text.toHtmlEscaped(), colour(Tone::Muted)).arg(m_theme.px(8));
    }
    void section(const QString &text)
    {
        m_html += u"<p style='margin:%2px 0 %3px 0'><b>%1</b></p>"_s.arg(text.toHtmlEscaped()).arg(m_theme.px(12)).arg(m_theme.px(4));
    }
    void point(const QString &text) { m_html += u"<p style='margin:0 0 %2px 0'>• %1</p>"_s.arg(arrowed(text)).arg(m_theme.px(4)); }
    void record(const ChangeWords &words, const QString &reason)
    {
        section(words.title);
        for (const FieldWords &field : words.fields) {
            const QString value = field.before.isEmpty() ? field.after.toHtmlEscaped()
                                                         : struck(field.before) + u" → "_s + field.after.toHtmlEscaped();
            m_html += u"<p style='margin:0 0 %3px 0'><span style='color:%2'>%1</span>&nbsp; %4</p>"_s
                          .arg(field.label.toHtmlEscaped(), colour(Tone::Muted)).arg(m_theme.px(2)).arg(value);
        }
        if (!reason.isEmpty())
            muted(reason);
    }
    QString html() const { return m_html; }

private:
    QString colour(Tone tone) const { return m_theme.colour(tone).name(); }
    QString struck(const QString &text) const
    {
        return u"<span style='color:%2;text-decoration:line-through'>%1</span>"_s.arg(text.toHtmlEscaped(), colour(Tone::Muted));
    }
    // "소속 A → B": what it becomes is what is read first.
    static QString arrowed(const QString &text)
    {
        const qsizetype arrow = text.lastIndexOf(u'→');
        if (arrow < 0)
            return text.toHtmlEscaped();
        return text.left(arrow + 1).toHtmlEscaped() + u"<b>"_s + text.mid(arrow + 1).toHtmlEscaped() + u"</b>"_s;
    }

    const Theme &m_theme;
    QString m_html;
};

} // namespace

ChangesPanel::ChangesPanel(const Theme &theme, QWidget *parent)
    : Panel(tr("What changes"), parent)
    , m_theme(theme)
    , m_text(new QTextBrowser(this))
{
    m_text->setAccessibleName(tr("What changes"));
    m_text->setMinimumHeight(1);
    m_text->setFrameShape(QFrame::NoFrame);
    m_text->setOpenLinks(false);
    m_text->setProperty("role", u"reading"_s);
    body()->addWidget(m_text);
}

void ChangesPanel::showLine(const PlanLine &line, const QList<Change> &changes, const office::Directory *directory)
{
    Writer out(m_theme);
    if (line.number == 0) {
        m_text->clear();
        return;
    }
    const QString who = line.empNo.isEmpty() ? line.name : u"%1 (%2)"_s.arg(line.name, line.empNo);
    out.heading(who.isEmpty() ? tr("Line %1").arg(line.number) : who);
    QStringList facts;
    if (!line.kind.isEmpty())
        facts.append(line.kind);
    if (line.effective.isValid())
        facts.append(tr("from %1").arg(dayText(line.effective)));
    if (line.state == LineState::Ready && line.confidence < 0.95)
        facts.append(tr("read with %1 % certainty").arg(qRound(line.confidence * 100)));
    out.muted(facts.join(u" · "_s));
    for (const QString &effect : line.effects)
        out.point(effect);
    if (line.effects.isEmpty() && changes.isEmpty())
        out.point(line.state == LineState::Question ? tr("Nothing yet: the line waits for a decision.") : tr("Nothing."));
    if (!changes.isEmpty())
        out.section(tr("Records (%1)").arg(changes.size()));
    for (const Change &change : changes)
        out.record(wordsOf(change, directory), change.reason);
    m_text->setHtml(out.html());
}

QString ChangesPanel::plainText() const { return m_text->toPlainText(); }

PrintedText ChangesPanel::printed() const { return printedText(*m_text->document()); }

} // namespace naru::ui
