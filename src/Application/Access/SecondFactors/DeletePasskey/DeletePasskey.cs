using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;
using MediatR;
using System.Text.Json.Serialization;

namespace CleanApi.Application.Access;

/// <summary>Removes one of the caller's passkeys.</summary>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the app, or a recovery code.</param>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[Audited("passkey.removed")]
[ManagesTransaction("Verifies the password, which is slow.")]
public sealed record DeletePasskey(string? CurrentPassword, string? Code) : ICommand<Unit>
{
    /// <summary>The id; from the path.</summary>
    [JsonIgnore]
    public PasskeyId Id { get; init; }

    /// <summary>Without password and code, which must not reach a log.</summary>
    public override string ToString() => nameof(DeletePasskey);
}
