using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Domain.Access;

namespace CleanApi.Application.Access;

/// <summary>Changes one of the caller's passkeys; absent fields stay as they are (RFC 7396).</summary>
[AuthenticatedOnly("Users manage only their own passkeys.")]
[Audited("passkey.renamed")]
public sealed record UpdatePasskey : ICommand<PasskeyResponse>
{
    /// <summary>1 to 100 characters.</summary>
    [Example("Work laptop")]
    public Optional<string> Name { get; init; }

    /// <summary>The id; from the path.</summary>
    [JsonIgnore]
    public PasskeyId Id { get; init; }
}
