using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Application.Users;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Accepts the newest open invitation to an address whose mailbox was proved without a link; null when there is none. Afterwards the request goes on as the
/// new user, or, when there is none, as nobody in particular: whoever gets null enters as somebody before going on.
/// </summary>
/// <param name="Email">The address.</param>
/// <param name="Name">What the person is called.</param>
[AllowAnonymous("Sent by a sign-in at a provider that vouches for the address; whoever is invited is nobody yet.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record AcceptInvitationOf(EmailAddress Email, string Name) : IRequest<UserResponse?>;
