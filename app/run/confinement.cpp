#include "run/confinement.h"

#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/seccomp.h>
#include <sys/prctl.h>
#include <sys/resource.h>
#include <sys/syscall.h>

#include <fcntl.h>
#include <malloc.h>
#include <unistd.h>

#include <array>
#include <cerrno>
#include <csignal>
#include <cstddef>
#include <cstring>
#include <vector>

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
    return {Error::Kind::Failed,
            u"expected the reader to be confined but "_s + what + u": "_s
                + QString::fromLocal8Bit(std::strerror(errno)),
            u"reader.unconfined"_s};
}

bool cap(__rlimit_resource resource, rlim_t most)
{
    const rlimit limit{most, most};
    return setrlimit(resource, &limit) == 0;
}

#if defined(__x86_64__)
constexpr __u32 machine = AUDIT_ARCH_X86_64;
constexpr __u32 foreignCalls = 0x4000'0000; // of the x32 ABI
#elif defined(__aarch64__)
constexpr __u32 machine = AUDIT_ARCH_AARCH64;
constexpr __u32 foreignCalls = 0xffff'ffff;
#else
#error "the reader cannot be confined on this machine: list its system calls"
#endif

// What no parser needs: to change a file, to talk to the network, to run or touch another program.
constexpr std::array denied
{
#if defined(__x86_64__)
    __NR_creat, __NR_unlink, __NR_rmdir, __NR_rename, __NR_mkdir, __NR_mknod, __NR_link, __NR_symlink, __NR_chmod,
        __NR_chown, __NR_lchown, __NR_utime, __NR_utimes, __NR_futimesat,
#endif
        __NR_openat2, __NR_truncate, __NR_ftruncate, __NR_unlinkat, __NR_renameat, __NR_renameat2, __NR_mkdirat,
        __NR_mknodat, __NR_linkat, __NR_symlinkat, __NR_fchmod, __NR_fchmodat, __NR_fchown, __NR_fchownat,
        __NR_utimensat, __NR_setxattr, __NR_lsetxattr, __NR_fsetxattr, __NR_removexattr, __NR_socket, __NR_connect,
        __NR_bind, __NR_execve, __NR_execveat, __NR_ptrace, __NR_process_vm_readv, __NR_process_vm_writev,
        __NR_pidfd_open, __NR_kill, __NR_tkill, __NR_io_uring_setup, __NR_unshare, __NR_setns, __NR_mount, __NR_bpf,
        __NR_keyctl, __NR_add_key, __NR_userfaultfd, __NR_perf_event_open,
};

// What no converter needs: the network, other processes, the machine.
constexpr std::array deniedToConverters{
    __NR_connect,     __NR_sendto,      __NR_sendmmsg,          __NR_ptrace,            __NR_process_vm_readv,
    __NR_process_vm_writev, __NR_pidfd_open, __NR_io_uring_setup, __NR_unshare,         __NR_setns,
    __NR_mount,       __NR_bpf,         __NR_keyctl,            __NR_add_key,           __NR_userfaultfd,
    __NR_perf_event_open, __NR_mknodat, __NR_personality,
};

sock_filter statement(int code, __u32 value)
{
    return BPF_STMT(__u16(code), value);
}
sock_filter jump(int code, __u32 value, __u8 then, __u8 otherwise)
{
    return BPF_JUMP(__u16(code), value, then, otherwise);
}
const sock_filter allow = statement(BPF_RET | BPF_K, SECCOMP_RET_ALLOW);
const sock_filter refuse = statement(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM);
const sock_filter endProcess = statement(BPF_RET | BPF_K, SECCOMP_RET_KILL_PROCESS);

// Opening is allowed for reading only; `argument` is where the call has its flags.
void addOpening(std::vector<sock_filter> &filter, int call, int argument)
{
    const __u32 flags = __u32(offsetof(seccomp_data, args)) + __u32(argument) * 8; // the low half, little-endian
    filter.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, __u32(call), 0, 4));
    filter.push_back(statement(BPF_LD | BPF_W | BPF_ABS, flags));
    filter.push_back(jump(BPF_JMP | BPF_JSET | BPF_K, O_WRONLY | O_RDWR | O_CREAT | O_TRUNC, 0, 1));
    filter.push_back(refuse);
    filter.push_back(allow);
}

std::vector<sock_filter> filterOfThisMachine()
{
    return {
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, arch)),
        jump(BPF_JMP | BPF_JEQ | BPF_K, machine, 1, 0),
        endProcess, // calls of another machine have other numbers
        statement(BPF_LD | BPF_W | BPF_ABS, offsetof(seccomp_data, nr)),
        jump(BPF_JMP | BPF_JGE | BPF_K, foreignCalls, 0, 1),
        endProcess,
    };
}

template <typename Calls> void addDenied(std::vector<sock_filter> &filter, const Calls &calls)
{
    for (const int call : calls) {
        filter.push_back(jump(BPF_JMP | BPF_JEQ | BPF_K, __u32(call), 0, 1));
        filter.push_back(refuse);
    }
    filter.push_back(allow);
}

bool denySystemCalls()
{
    std::vector<sock_filter> filter = filterOfThisMachine();
    addOpening(filter, __NR_openat, 2);
#if defined(__x86_64__)
    addOpening(filter, __NR_open, 1);
#endif
    addDenied(filter, denied);
    const sock_fprog program{static_cast<unsigned short>(filter.size()), filter.data()};
    return prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program) == 0;
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
    if (!denySystemCalls())
        return refused(u"system calls could not be denied"_s);
    return {};
}

struct ConverterCage::Filter {
    std::vector<sock_filter> statements;
    sock_fprog program{};
};

ConverterCage::ConverterCage(const ConverterLimits &limits)
    : m_limits(limits)
    , m_filter(std::make_unique<Filter>())
{
    m_filter->statements = filterOfThisMachine();
    addDenied(m_filter->statements, deniedToConverters);
    m_filter->program = {static_cast<unsigned short>(m_filter->statements.size()), m_filter->statements.data()};
}

ConverterCage::~ConverterCage() = default;

bool ConverterCage::enter() const
{
    return setsid() >= 0 && prctl(PR_SET_PDEATHSIG, SIGKILL) == 0 && (!capsMemory || cap(RLIMIT_AS, rlim_t(m_limits.memory)))
        && cap(RLIMIT_FSIZE, rlim_t(m_limits.fileSize)) && cap(RLIMIT_CPU, rlim_t(m_limits.cpuSeconds)) && cap(RLIMIT_CORE, 0)
        && prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) == 0 && prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &m_filter->program) == 0;
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
