using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Access;

/// <summary>Uses an invitation's token up; which invitation it says, or null when it is unknown or used.</summary>
/// <param name="Token">The token of the link.</param>
[AllowAnonymous("The token is the credential; whoever is invited is nobody yet.")]
[NotAudited("Part of the acceptance, which is.")]
[NoValidator("A text that cannot be a token is a wrong token.")]
public sealed record TakeInvitationToken(string Token) : ICommand<string?>
{
    /// <summary>Without the token: whoever reads a log must not be able to use it.</summary>
    public override string ToString() => nameof(TakeInvitationToken);
}
