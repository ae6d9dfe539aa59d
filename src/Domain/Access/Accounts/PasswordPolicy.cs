using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>What a new password has to have. Only asked when one is set: at a sign-in, a password is right or wrong.</summary>
public sealed class PasswordPolicy
{
    /// <summary>Characters at most, under every policy.</summary>
    public const int MaxLength = 100;

    /// <summary>At least 8 characters, among them an uppercase letter, a lowercase letter and a number.</summary>
    public static readonly PasswordPolicy Standard = new(8, isComposed: true);

    /// <summary>At least 15 characters of any kind (OWASP ASVS 5.0, 6.2.1 and 6.2.5).</summary>
    public static readonly PasswordPolicy Asvs = new(15, isComposed: false);

    private readonly bool isComposed;

    private PasswordPolicy(int minLength, bool isComposed) => (MinLength, this.isComposed) = (minLength, isComposed);

    /// <summary>Characters at least.</summary>
    public int MinLength { get; }

    /// <summary>All that is wrong with a password, each with a message of its own; empty when nothing is.</summary>
    /// <param name="password">The password as typed: nothing is trimmed (OWASP ASVS 5.0, 6.2.8).</param>
    /// <param name="field">The field that it came in, camelCase.</param>
    public IReadOnlyList<ErrorDetail> Check(string password, string field = "password")
    {
        List<ErrorDetail> errors = [];
        // People count characters, not UTF-16 units: an emoji is one.
        var length = password.EnumerateRunes().Count();
        Require(length >= MinLength, FieldCodes.TooShort, $"Password must be at least {MinLength} characters");
        Require(length <= MaxLength, FieldCodes.TooLong, $"Password must be at most {MaxLength} characters");
        Require(!isComposed || password.Any(char.IsUpper), FieldCodes.InvalidFormat, "Password must contain an uppercase letter");
        Require(!isComposed || password.Any(char.IsLower), FieldCodes.InvalidFormat, "Password must contain a lowercase letter");
        Require(!isComposed || password.Any(char.IsDigit), FieldCodes.InvalidFormat, "Password must contain a number");
        return errors;

        void Require(bool holds, string code, string message)
        {
            if (!holds)
            {
                errors.Add(new ErrorDetail(field, code, message));
            }
        }
    }
}
