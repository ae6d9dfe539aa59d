using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The active administrators besides one user.</summary>
internal sealed class OtherActiveAdminsSpec : Specification<User, UserId>
{
    public OtherActiveAdminsSpec(UserId except)
    {
        Query.AsNoTracking().Where(user => user.Role == UserRole.Admin && user.Status == UserStatus.Active && user.Id != except);
        Query.Select(user => user.Id);
    }
}
