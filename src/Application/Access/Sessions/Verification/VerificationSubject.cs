using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Whose secret is guessed: that of an email address, known or not, at a sign-in; else that of an account, from a session where the guess does not come with one.
/// </summary>
public readonly record struct VerificationSubject
{
    private VerificationSubject(string key, bool isAccount, SessionId? from) => (Key, IsAccount, From) = (key, isAccount, from);

    /// <summary>The address or the account's id.</summary>
    public string Key { get; }

    /// <summary>Whether the account is known: whoever guesses then has a session, or the first factor.</summary>
    public bool IsAccount { get; }

    /// <summary>The session that a pending sign-in has switched from, which is the source of its guesses; null for the caller's, or else the network.</summary>
    public SessionId? From { get; }

    /// <summary>The password of whoever has an address.</summary>
    public static VerificationSubject Of(EmailAddress email) => new(email.Value, isAccount: false, from: null);

    /// <summary>The secrets of an account.</summary>
    public static VerificationSubject Of(AccountId accountId, SessionId? from = null) => new(TypeId.Format(accountId), isAccount: true, from);
}
