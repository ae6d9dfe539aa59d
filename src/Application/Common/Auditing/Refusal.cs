using CleanApi.Domain.Auditing;

namespace CleanApi.Application.Common.Auditing;

/// <summary>A refused attempt.</summary>
/// <param name="Action">What was attempted: the request's audit action, else its name in snake case.</param>
/// <param name="Outcome">Denied or failed.</param>
/// <param name="Reason">See <see cref="Domain.Errors.AppException.Refusal"/>.</param>
/// <param name="Target">Whom or what it is about.</param>
public sealed record Refusal(string Action, AuditOutcome Outcome, string Reason, AuditTarget Target)
{
    /// <summary>How long further ones of the same action and reason, by the same caller or from the same network, are not recorded.</summary>
    public static readonly TimeSpan DefaultWindow = TimeSpan.FromMinutes(1);

    /// <summary>The same for this one; null where each is recorded, because something else bounds them.</summary>
    public TimeSpan? Window { get; init; } = DefaultWindow;
}
