using CleanApi.Application.Common.Paging;
using CleanApi.Application.Common.Validation;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>One page of the users that match.</summary>
internal sealed class UsersPage : PageSpecification<User, UserResponse>
{
    public UsersPage(ListUsers query)
        : base(query)
    {
        if (query.OrganizationId is { } organizationId)
        {
            Match(user => user.OrganizationId == organizationId);
        }

        if (query.Role is { } role)
        {
            Match(user => user.Role == role);
        }

        if (query.Status is { } status)
        {
            Match(user => user.Status == status);
        }

        if (SearchText.Normalize(query.Search) is { } text)
        {
            // A trigram index has nothing to go by in a shorter text and would be read whole; the concatenation keeps PostgreSQL from choosing it.
            Match(SearchText.HasTrigram(text) ? user => user.SearchText.Contains(text) : user => (user.SearchText + "").Contains(text));
        }

        Order(UserOrder.By(query.OrderBy), user => user.Id, row => row.Id);
    }
}
