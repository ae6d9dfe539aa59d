using System.Globalization;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>
/// The user that PostgreSQL's programs run as. The server refuses to run as root, so root switches to the owner of the data, or to <c>postgres</c>, or to
/// <c>nobody</c>; other users are not switched.
/// </summary>
internal sealed class ProcessUser
{
    private delegate (string Program, string[] Arguments) Switch(string program, IEnumerable<string> arguments);

    private static readonly string[] UsualNames = ["postgres", "nobody"];

    private readonly Switch? _switch;
    private readonly string _owner;

    private ProcessUser(string name, string owner, Switch? @switch)
    {
        Name = name;
        _owner = owner;
        _switch = @switch;
    }

    public string Name { get; }

    /// <summary>True when programs run as another user than this process.</summary>
    public bool IsOther => _switch is not null;

    /// <summary>The user for a data directory, or for a new one when <paramref name="existing"/> is null.</summary>
    public static async Task<ProcessUser> ForAsync(string? existing, CancellationToken ct)
    {
        if (OperatingSystem.IsWindows() || !Environment.IsPrivilegedProcess)
            return new ProcessUser(Environment.UserName, string.Empty, null);

        var owner = existing is null ? "root" : await OwnerOfAsync(existing, ct);
        var names = string.Equals(owner, "root", StringComparison.Ordinal) ? UsualNames : [owner];
        foreach (var name in names)
        {
            if (await FindAsync(name, ct) is { } user)
            {
                if (existing is not null && names == UsualNames) await user.ChangeOwnerAsync(existing, ct);
                return user;
            }
        }

        throw new EmbeddedPostgresException(
            $"PostgreSQL does not run as root, and no way was found to run it as {string.Join(" or ", names)} with setpriv, runuser or su. " +
            "Create a user `postgres`, or start this process as an ordinary user, or set ConnectionStrings__CleanApi to a PostgreSQL server.");
    }

    /// <summary>Runs a program as this user.</summary>
    /// <inheritdoc cref="ProgramRun.RunAsync" path="/param"/>
    public Task<ProgramRun> RunAsync(string program, IEnumerable<string> arguments, CancellationToken ct, string? dataDirectory = null)
    {
        if (_switch is null) return ProgramRun.RunAsync(program, arguments, ct, dataDirectory);
        var (switcher, switched) = _switch(program, arguments);
        return ProgramRun.RunAsync(switcher, switched, ct, dataDirectory);
    }

    /// <summary>Makes this user the owner of a file, or of a directory recursively.</summary>
    public async Task ChangeOwnerAsync(string path, CancellationToken ct)
    {
        if (!IsOther) return;
        var run = await ProgramRun.RunAsync("chown", ["-R", _owner, path], ct);
        run.OrThrow($"Giving {path} to the user {Name}");
    }

    /// <summary>Whether this user can enter a directory. Tried rather than computed, because modes, access lists and mounts all count.</summary>
    public async Task<bool> CanEnterAsync(string directory, CancellationToken ct) =>
        !IsOther || (await RunAsync("/bin/sh", ["-c", "cd \"$1\"", "sh", directory], ct)).Succeeded;

    private static async Task<string> OwnerOfAsync(string path, CancellationToken ct)
    {
        // The trailing slash makes ls follow a link. Mode, links, owner, group, …: the same columns on every Unix.
        var listing = (await ProgramRun.RunAsync("ls", ["-ld", path + "/"], ct)).OrThrow($"Reading the owner of {path}");
        return listing.Output.Split(' ', StringSplitOptions.RemoveEmptyEntries)[2];
    }

    private static async Task<ProcessUser?> FindAsync(string name, CancellationToken ct)
    {
        var uid = await ProgramRun.RunAsync("id", ["-u", name], ct);
        var gid = await ProgramRun.RunAsync("id", ["-g", name], ct);
        if (!uid.Succeeded || !gid.Succeeded) return null;

        Switch[] switches =
        [
            (program, arguments) => ("setpriv", ["--reuid", uid.Output, "--regid", gid.Output, "--clear-groups", program, .. arguments]),
            (program, arguments) => ("runuser", ["-u", name, "--", program, .. arguments]),
            (program, arguments) => ("su", ["-s", "/bin/sh", "-c", ShellCommand(program, arguments), name]),
        ];
        foreach (var candidate in switches)
        {
            var user = new ProcessUser(name, string.Create(CultureInfo.InvariantCulture, $"{uid.Output}:{gid.Output}"), candidate);
            if ((await user.RunAsync("id", ["-u"], ct)).Output == uid.Output) return user;
        }

        return null;
    }

    private static string ShellCommand(string program, IEnumerable<string> arguments) =>
        "exec " + string.Join(' ', arguments.Prepend(program).Select(word => $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'"));
}
