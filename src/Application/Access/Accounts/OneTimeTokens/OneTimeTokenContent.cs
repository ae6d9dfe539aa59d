using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>The content of a one-time token.</summary>
/// <param name="AccountId">The account; null when it was issued without one.</param>
/// <param name="Payload">The payload; null when it was issued without one.</param>
public sealed record OneTimeTokenContent(AccountId? AccountId, string? Payload)
{
    /// <summary>How many attempts were counted.</summary>
    public int Attempts { get; init; }

    /// <summary>Without the payload, which may hold a secret.</summary>
    public override string ToString() => nameof(OneTimeTokenContent);
}
