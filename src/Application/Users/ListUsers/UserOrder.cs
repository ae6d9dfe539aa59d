using CleanApi.Application.Common.Paging;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Users;

/// <summary>The orders that a list of users offers; each has an index of its own.</summary>
internal static class UserOrder
{
    public const string CreatedAt = "createdAt";
    public const string Name = "name";
    public const string Email = "email";

    private static readonly SortKey<User, UserResponse> ByCreatedAt = SortKeys.By<User, UserResponse>(CreatedAt, user => user.CreatedAt, row => row.CreatedAt);
    private static readonly SortKey<User, UserResponse> ByName = SortKeys.By<User, UserResponse>(Name, user => user.Name, row => row.Name);
    private static readonly SortKey<User, UserResponse> ByEmail = SortKeys.By<User, UserResponse>(Email, user => user.Email, row => row.Email);

    public static SortKey<User, UserResponse> By(string orderBy) => orderBy switch
    {
        Name => ByName,
        Email => ByEmail,
        _ => ByCreatedAt,
    };
}
