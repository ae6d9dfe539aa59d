using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Users;

namespace CleanApi.Application.Access;

/// <summary>
/// Whose secret is guessed: that of an email address, known or not, at a sign-in; else one kind of those of an account, from a session where the guess does not come with one.
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

    /// <summary>The password of a local account: guesses at it slow nobody else who has the address, nor the other way round.</summary>
    public static VerificationSubject OfLocal(AccountId accountId) => new($"local:{TypeId.Format(accountId)}", isAccount: false, from: null);

    /// <summary>The secrets of one kind of an account.</summary>
    public static VerificationSubject Of(AccountId accountId, SecretKind kind, SessionId? from = null) =>
        new(Prefix(kind) + TypeId.Format(accountId), isAccount: true, from);

    // Codes have the key that once stood for all kinds: what an earlier version has counted goes on.
    private static string Prefix(SecretKind kind) => kind switch
    {
        SecretKind.Password => "password:",
        SecretKind.Enrollment => "enrollment:",
        _ => "",
    };
}
