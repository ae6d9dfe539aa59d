using CleanApi.Application.Common.Requests;
using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Which invitations were sent to an address and may stand, newest first; in whatever organization.</summary>
/// <param name="Email">The address, which has been proved to be the sender's.</param>
[AllowAnonymous("Sent by a use case that has proved the address; whoever is invited is nobody yet.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record FindInvitationTokensOf(EmailAddress Email) : IQuery<IReadOnlyList<string>>;
