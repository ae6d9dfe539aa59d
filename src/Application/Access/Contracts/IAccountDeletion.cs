using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>Deletes accounts, for the module that manages users. Joins the caller's transaction.</summary>
public interface IAccountDeletion
{
    /// <summary>Deletes the account of a deleted user: sessions and keys end, the address is free again.</summary>
    Task DeleteAsync(UserId userId, CancellationToken cancellationToken);
}
