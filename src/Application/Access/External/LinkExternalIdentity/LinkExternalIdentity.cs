using System.Text.Json.Serialization;
using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins to link an external identity to the caller's account. The callback of the provider links it. Not a GET, so that another site cannot trigger it
/// (CSRF).
/// </summary>
/// <param name="Provider">The provider's name, such as <c>google</c>.</param>
/// <param name="ReturnUrl">A local path to redirect to afterwards.</param>
[AuthenticatedOnly("Users manage only their own credentials.")]
[NotAudited("It only issues a state; the link is audited.")]
[ManagesTransaction("Asks the provider where to send the browser.")]
[RequiresRecentAuthentication]
public sealed record LinkExternalIdentity(
    [property: Example("google")] string? Provider,
    [property: Example("/settings")] string? ReturnUrl = null)
    : ICommand<ExternalAuthorization>
{
    /// <summary>The secret in the browser's cookie; null when it has none.</summary>
    [JsonIgnore]
    public string? BrowserSecret { get; init; }

    /// <summary>Without the secrets, which must not reach a log.</summary>
    public override string ToString() => $"{nameof(LinkExternalIdentity)} {Provider}";
}
