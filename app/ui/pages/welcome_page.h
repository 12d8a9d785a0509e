// Where no office is open yet: make one to try things out, make an empty one, or open another.
#pragma once

#include "ui/page.h"

class QVBoxLayout;

namespace naru::ui {

class WelcomePage : public Page {
    Q_OBJECT
public:
    // `why`: the reason for which no office is open. `opened` gets the location of an office that is there now.
    WelcomePage(Shell &shell, const QString &why, const QString &location, std::function<void(const QString &)> opened);

private:
    void addStart(QVBoxLayout &column, const QString &icon, const QString &title, const QString &detail,
                  std::function<void()> act);
    void create(bool isSample);
    void chooseOffice();

    QString m_location;
    std::function<void(const QString &)> m_opened;
};

} // namespace naru::ui
