// What this program is, under which licence, and whose formats it reads. It blocks nothing.
#pragma once

#include <QDialog>

namespace naru::ui {

class AboutSheet : public QDialog {
    Q_OBJECT
public:
    explicit AboutSheet(QWidget *parent = nullptr);

    static QString text();
};

} // namespace naru::ui
