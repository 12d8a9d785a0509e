#include "ui/about_sheet.h"

#include "core/result.h"

#include <QCoreApplication>
#include <QDialogButtonBox>
#include <QLabel>
#include <QPushButton>
#include <QVBoxLayout>

namespace naru::ui {

AboutSheet::AboutSheet(QWidget *parent)
    : QDialog(parent)
{
    setWindowTitle(tr("About Naru"));
    setAttribute(Qt::WA_DeleteOnClose);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(24, 20, 24, 16);
    column->setSpacing(16);
    auto *words = new QLabel(text(), this);
    words->setTextFormat(Qt::PlainText);
    words->setWordWrap(true);
    words->setMinimumWidth(420);
    words->setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::TextSelectableByKeyboard);
    words->setAccessibleName(text());
    auto *buttons = new QDialogButtonBox(QDialogButtonBox::Close, this);
    buttons->button(QDialogButtonBox::Close)->setText(tr("Close"));
    connect(buttons, &QDialogButtonBox::rejected, this, &QDialog::close);
    column->addWidget(words);
    column->addWidget(buttons);
}

// The last sentence is Hancom's condition for the use of its format, word by word, in every language.
QString AboutSheet::text()
{
    return tr("Naru %1\nThe desktop of a city office.").arg(QCoreApplication::applicationVersion()) + u"\n\n"_s
        + tr("Free software under the GNU General Public License, version 3 or later (GPL-3.0-or-later). It comes without any warranty.")
        + u"\n\n본 제품은 한글과컴퓨터의 ᄒᆞᆫ글 문서 파일(.hwp) 공개 문서를 참고하여 개발하였습니다."_s;
}

} // namespace naru::ui
