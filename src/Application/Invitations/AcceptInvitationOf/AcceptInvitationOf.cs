using CleanApi.Application.Common.Security;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;
using MediatR;

namespace CleanApi.Application.Invitations;

/// <summary>
/// Accepts the open invitation to an address whose mailbox was proved without a link, if there is exactly one: between organizations, the person chooses.
/// Afterwards the request goes on as the new user, or, when there is none, as nobody in particular: whoever gets no user enters as somebody before going on.
/// </summary>
/// <param name="Email">The address.</param>
/// <param name="Name">What the person is called.</param>
[AllowAnonymous("Sent by a sign-in at a provider that vouches for the address; whoever is invited is nobody yet.")]
[NoValidator("Sent by other use cases, with values that are checked already.")]
public sealed record AcceptInvitationOf(EmailAddress Email, string Name) : IRequest<ProvenAcceptance>;
