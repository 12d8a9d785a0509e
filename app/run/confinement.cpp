#include "run/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <malloc.h>
#include <unistd.h>

// The sanitizers map terabytes of address space that they never touch.
#if defined(__SANITIZE_ADDRESS__)
#define NARU_SHADOWED 1
#elif defined(__has_feature)
#if __has_feature(address_sanitizer)
#define NARU_SHADOWED 1
#endif
#endif

namespace naru {

namespace {

#ifdef NARU_SHADOWED
constexpr bool capsMemory = false;
#else
constexpr bool capsMemory = true;
#endif

Error refused(const QString &what)
{
    return {Error::Kind::Failed, u"expected the reader to be confined but "_s + what + u": "_s
                + QString::fromLocal8Bit(std::strerror(errno)),
            u"reader.unconfined"_s};
}

bool cap(__rlimit_resource resource, rlim_t most)
{
    const rlimit limit{most, most};
    return setrlimit(resource, &limit) == 0;
}

// Writing, removing, and making files is denied everywhere: no rule allows any. RLIMIT_FSIZE alone would still let a
// file be truncated or removed. Kernels without Landlock leave it at that.
bool denyWritingFiles()
{
    landlock_ruleset_attr attributes{};
    attributes.handled_access_fs = LANDLOCK_ACCESS_FS_WRITE_FILE | LANDLOCK_ACCESS_FS_REMOVE_DIR
        | LANDLOCK_ACCESS_FS_REMOVE_FILE | LANDLOCK_ACCESS_FS_MAKE_CHAR | LANDLOCK_ACCESS_FS_MAKE_DIR
        | LANDLOCK_ACCESS_FS_MAKE_REG | LANDLOCK_ACCESS_FS_MAKE_SOCK | LANDLOCK_ACCESS_FS_MAKE_FIFO
        | LANDLOCK_ACCESS_FS_MAKE_BLOCK | LANDLOCK_ACCESS_FS_MAKE_SYM;
    const long ruleset = syscall(SYS_landlock_create_ruleset, &attributes, sizeof(attributes), 0);
    if (ruleset < 0)
        return errno == ENOSYS || errno == EOPNOTSUPP;
    const bool isDenied = syscall(SYS_landlock_restrict_self, int(ruleset), 0) == 0;
    close(int(ruleset));
    return isDenied;
}

// System calls that a parser never needs answer "not permitted".
bool denySystemCalls()
{
#if defined(__x86_64__)
    constexpr __u32 machine = AUDIT_ARCH_X86_64;
#elif defined(__aarch64__)
    constexpr __u32 machine = AUDIT_ARCH_AARCH64;
#endif
#if defined(__x86_64__) || defined(__aarch64__)
    constexpr std::array denied{__NR_socket, __NR_connect, __NR_bind, __NR_execve, __NR_execveat, __NR_ptrace,
                                __NR_process_vm_readv, __NR_process_vm_writev, __NR_kill, __NR_tkill, __NR_truncate,
                                __NR_io_uring_setup, __NR_unshare, __NR_setns, __NR_mount, __NR_bpf};
    std::array<sock_filter, denied.size() + 6> filter{};
    size_t n = 0;
    const auto add = [&](sock_filter one) { filter[n++] = one; };
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)));
    add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS)); // 32-bit calls have other numbers
    add(BPF_STMT(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)));
    for (size_t i = 0; i < denied.size(); ++i) // to the last instruction
        add(BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, __u32(denied[i]), __u8(denied.size() - i), 0));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ALLOW));
    add(BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM));
    const sock_fprog program{static_cast<unsigned short>(n), filter.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
#else
    return true;
#endif
}

} // namespace

Status confine(const Confinement &limits)
{
    // One arena: each further one would reserve 64 MiB of the address space that is counted here.
    mallopt(M_ARENA_MAX, 1);
    std::signal(SIGXFSZ, SIG_IGN); // a write to a file fails instead
    if ((capsMemory && !cap(RLIMIT_AS, rlim_t(limits.memory))) || !cap(RLIMIT_FSIZE, 0) || !cap(RLIMIT_CORE, 0)
        || !cap(RLIMIT_NOFILE, rlim_t(limits.openFiles)))
        return refused(u"its resources could not be limited"_s);
    if (prctl(PR_SET_DUMPABLE, 0) != 0 || prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
        return refused(u"its privileges could not be dropped"_s);
    if (!denyWritingFiles())
        return refused(u"writing could not be denied"_s);
    if (!denySystemCalls())
        return refused(u"system calls could not be denied"_s);
    return {};
}

void grantProcessorTime(int seconds)
{
    rusage used{};
    getrusage(RUSAGE_SELF, &used);
    // Soft only: the next request raises it again. Whole seconds, so the running one is added.
    const rlim_t total = rlim_t(used.ru_utime.tv_sec + used.ru_stime.tv_sec + 1 + seconds);
    const rlimit limit{total, RLIM_INFINITY};
    setrlimit(RLIMIT_CPU, &limit);
}

} // namespace naru
