using Ardalis.Specification;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The addresses of the active administrators, those who have been here longest first.</summary>
internal sealed class ActiveAdminAddressesSpec : Specification<User, EmailAddress>
{
    public ActiveAdminAddressesSpec(int atMost)
    {
        Query.AsNoTracking().Where(user => user.Role == UserRole.Admin && user.Status == UserStatus.Active).OrderBy(user => user.CreatedAt).ThenBy(user => user.Id).Take(atMost);
        Query.Select(user => user.Email);
    }
}
