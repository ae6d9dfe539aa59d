namespace CleanApi.Application.Access;

/// <summary>The list of common passwords, which attackers try first.</summary>
public interface ICommonPasswords
{
    /// <summary>Whether a password is in the list; ignores case.</summary>
    bool Contains(string password);
}
