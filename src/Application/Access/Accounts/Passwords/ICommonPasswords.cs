namespace CleanApi.Application.Access;

/// <summary>The passwords that are tried first.</summary>
public interface ICommonPasswords
{
    /// <summary>Whether it is one of them, in whatever case.</summary>
    bool Contains(string password);
}
