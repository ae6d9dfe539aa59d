using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Persistence;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using System.Text.Json.Serialization;

namespace CleanApi.Application.Access;

/// <summary>
/// Begins to link an identity at another provider to the caller's account. What links it is the way back from the provider; a request that another site
/// makes the browser send does not get this far, because this is no GET.
/// </summary>
/// <param name="Provider">The provider's name, as <c>google</c>.</param>
/// <param name="ReturnUrl">A path of this site to go to afterwards.</param>
/// <param name="CurrentPassword">The password of the account,</param>
/// <param name="Code">or a code of the authenticator app, or a recovery code.</param>
[AuthenticatedOnly("Credentials are their owner's alone.")]
[NotAudited("It only issues a state; the link is audited.")]
[ManagesTransaction("The password is verified first.")]
public sealed record LinkExternalIdentity(string? Provider, string? ReturnUrl = null, string? CurrentPassword = null, string? Code = null)
    : ICommand<ExternalAuthorization>
{
    /// <summary>What the browser's cookie holds already.</summary>
    [JsonIgnore]
    public string? BrowserSecret { get; init; }

    /// <summary>Without what it carries: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => $"{nameof(LinkExternalIdentity)} {Provider}";
}
