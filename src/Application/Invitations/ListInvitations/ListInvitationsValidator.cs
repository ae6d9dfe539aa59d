using CleanApi.Application.Common.Validation;

namespace CleanApi.Application.Invitations;

internal sealed class ListInvitationsValidator : PagedQueryValidator<ListInvitations>
{
    public ListInvitationsValidator() => RuleFor(query => query.Status).KnownRule();
}
