using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Auditing;
using CleanApi.Infrastructure.Access;

namespace CleanApi.Infrastructure.Auditing;

/// <summary>Where a refusal comes from, for <see cref="RefusalLimit"/>: by one credential, else from one network about one target; with one action and reason.</summary>
/// <param name="Who">The session or key, or the network and the target.</param>
/// <param name="Action">The action.</param>
/// <param name="Reason">The reason.</param>
internal readonly record struct RefusalSource(string Who, string Action, string Reason)
{
    /// <summary>The source of a refusal of the present request.</summary>
    public static RefusalSource Of(Refusal refusal, ICallerContext context) => new(
        refusal.Outcome == AuditOutcome.Denied && context.Caller is { } caller ? Of(caller) : $"{Network.Of(context.Origin.IpAddress)} {refusal.Target.Id ?? refusal.Target.Subject}",
        refusal.Action,
        refusal.Reason);

    private static string Of(Caller caller) => caller.Match(
        0, static (user, _) => user.SessionId.ToString(), static (key, _) => key.ApiKeyId.ToString(), static (system, _) => system.OrganizationId.ToString());
}
