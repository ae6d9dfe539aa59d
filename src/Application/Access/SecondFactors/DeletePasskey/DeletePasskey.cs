using System.Text.Json.Serialization;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;

namespace CleanApi.Application.Access;

/// <summary>
/// Takes one of the caller's own passkeys away. Neither a command nor a query: no transaction is open while the password is verified.
/// </summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Everybody keeps their own passkeys.")]
public sealed record DeletePasskey(string? CurrentPassword, string? Code) : IRequest<Unit>
{
    /// <summary>Which one; from the path.</summary>
    [JsonIgnore]
    public PasskeyId Id { get; init; }

    /// <summary>The versions that the caller has seen; from If-Match.</summary>
    [JsonIgnore]
    public ExpectedVersion Expected { get; init; }

    /// <summary>Without what it carries: whoever reads a log must not learn it.</summary>
    public override string ToString() => nameof(DeletePasskey);
}
