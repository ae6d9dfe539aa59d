using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;

namespace CleanApi.Infrastructure.Idempotency;

/// <summary>The stored answer to a request with an idempotency key.</summary>
internal sealed class IdempotentAnswer : ITenantOwned
{
    private IdempotentAnswer()
    {
    }

    /// <summary>The caller's organization; the nil id where nobody has signed in.</summary>
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Of the caller, the operation and the key, 32 bytes.</summary>
    [Secret]
    public byte[] ScopeHash { get; private init; } = [];

    /// <summary>The answer and the request's fingerprint, encrypted; null while the command runs, which no other transaction sees.</summary>
    [Secret]
    public byte[]? EncryptedAnswer { get; private init; }

    /// <summary>Until when it is replayed, UTC.</summary>
    public DateTimeOffset ExpiresAt { get; private init; }
}
