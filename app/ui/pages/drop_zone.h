// Where a file is let go or chosen: what may come, what becomes of it, and a button for those who do not drag.
#pragma once

#include "ui/theme.h"

#include <QFrame>
#include <QStringList>

class QLabel;
class QMimeData;

namespace naru::ui {

// The files of this computer that are being dragged.
QStringList localFiles(const QMimeData &data);

class DropZone : public QFrame {
    Q_OBJECT
public:
    // The theme must outlive the zone.
    DropZone(const Theme &theme, const QString &title, const QString &detail, const QString &button, QWidget *parent = nullptr);

Q_SIGNALS:
    void asked(); // the button: a file is to be chosen

protected:
    void resizeEvent(QResizeEvent *event) override;

private:
    const Theme &m_theme;
    QLabel *m_detail;
};

} // namespace naru::ui
