using CleanApi.Application.Common.Auditing;
using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>Adds the caller, who does not exist yet, to the organization that has invited them.</summary>
/// <param name="Email">The address, which has been proved.</param>
/// <param name="Name">The name.</param>
/// <param name="Role">What the invitation says.</param>
[AuthenticatedOnly("Sent by the acceptance of an invitation, as who accepts it.")]
[NotAudited("Part of the acceptance, which is.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record AddInvited(EmailAddress Email, string Name, UserRole Role) : ICommand<UserResponse>
{
    /// <summary>Characters of a name, 1 to this.</summary>
    public const int MaxNameLength = User.MaxNameLength;
}
