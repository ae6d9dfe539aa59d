using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The active administrators, those who have been here longest first.</summary>
internal sealed class ActiveAdministratorsSpec : Specification<User, Administrator>
{
    public ActiveAdministratorsSpec(int atMost)
    {
        Query.AsNoTracking().Where(user => user.Role == UserRole.Admin && user.Status == UserStatus.Active).OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Take(atMost);
        Query.Select(user => new Administrator(user.Id, user.Email));
    }
}
