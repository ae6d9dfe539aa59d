using CleanApi.Domain.Errors;
using CleanApi.Infrastructure.Settings;
using Microsoft.Extensions.Primitives;

namespace CleanApi.WebApi.Edge;

/// <summary>
/// Refuses requests for other hosts than those in <c>AllowedHosts</c>: who chooses the Host header must not choose where redirects lead. Health is told under
/// every name, because probes call by address. In the place of the framework's own filter, which answers before a request has an id and a line of log.
/// </summary>
internal sealed class AllowedHosts(RequestDelegate next, IReadOnlyList<string> hosts)
{
    private const string Setting = "AllowedHosts";
    private const string Any = "*";
    private const string Health = "/health";

    private readonly IList<StringSegment> patterns = [.. hosts.Select(host => new StringSegment(host))];

    /// <summary>Reads and checks the setting; empty: every host is allowed.</summary>
    /// <exception cref="StartException">Names the setting.</exception>
    public static IReadOnlyList<string> Read(IConfiguration configuration)
    {
        var hosts = (configuration[Setting] ?? Any).Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (hosts.Contains(Any, StringComparer.Ordinal))
        {
            return [];
        }

        if (Array.Find(hosts, host => !IsHost(host)) is { } wrong)
        {
            throw new StartException($"{Setting} has to be host names without scheme and port, with semicolons between them, such as api.example.com;*.example.com; {wrong} is none.");
        }

        return Uri.TryCreate(configuration["Auth:Issuer"], UriKind.Absolute, out var issuer) && !HostString.MatchesAny(issuer.Host, [.. hosts.Select(host => new StringSegment(host))])
            ? throw new StartException($"{Setting} has to name {issuer.Host} too, the host of Auth__Issuer, where links in mails lead.")
            : hosts;
    }

    /// <summary>Runs a request.</summary>
    public Task InvokeAsync(HttpContext context) =>
        HostString.MatchesAny(context.Request.Host.Host, patterns) || context.Request.Path.StartsWithSegments(Health, StringComparison.Ordinal)
            ? next(context)
            : throw new BadRequestError("The Host header names no host of this service");

    private static bool IsHost(string host) => Uri.CheckHostName(host.StartsWith("*.", StringComparison.Ordinal) ? host[2..] : host) != UriHostNameType.Unknown;
}
