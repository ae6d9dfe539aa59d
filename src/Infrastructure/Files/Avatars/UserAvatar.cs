using CleanApi.Domain.Common;
using CleanApi.Domain.Organizations;
using CleanApi.Domain.Users;

namespace CleanApi.Infrastructure.Files;

/// <summary>A user's avatar as it is stored: in the database, because it is small, and goes with its user's row in one transaction.</summary>
internal sealed class UserAvatar : ITenantOwned
{
    private UserAvatar()
    {
    }

    /// <summary>Whose it is.</summary>
    public UserId UserId { get; private init; }

    /// <inheritdoc />
    public OrganizationId OrganizationId { get; private init; }

    /// <summary>Its bytes.</summary>
    public byte[] Content { get; private init; } = [];

    /// <summary>SHA-256 of its bytes, 64 lower-case hexadecimal digits.</summary>
    public string Sha256 { get; private init; } = "";
}
