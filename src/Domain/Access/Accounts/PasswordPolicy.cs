using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;

namespace CleanApi.Domain.Access;

/// <summary>Rules for new passwords. Not applied at sign-in, where a password is only compared.</summary>
public sealed class PasswordPolicy
{
    /// <summary>Maximum characters, under every policy.</summary>
    public const int MaxLength = 100;

    /// <summary>At least 8 characters, with an uppercase letter, a lowercase letter and a digit.</summary>
    public static readonly PasswordPolicy Standard = new(8, isComposed: true);

    /// <summary>At least 15 characters of any kind (OWASP ASVS 5.0, 6.2.1 and 6.2.5).</summary>
    public static readonly PasswordPolicy Asvs = new(15, isComposed: false);

    private readonly bool isComposed;

    private PasswordPolicy(int minLength, bool isComposed) => (MinLength, this.isComposed) = (minLength, isComposed);

    /// <summary>Minimum characters.</summary>
    public int MinLength { get; }

    /// <summary>Returns every rule that the password violates; empty when it is valid.</summary>
    /// <param name="password">The password as entered, not trimmed (OWASP ASVS 5.0, 6.2.8).</param>
    /// <param name="field">The field of the request, camelCase.</param>
    public IReadOnlyList<ErrorDetail> Check(string password, string field = "password")
    {
        List<ErrorDetail> errors = [];
        // In the form in which it is hashed (RFC 8265, section 4.2.2). People count characters, not UTF-16 units: an emoji is one.
        var fits = Nfc.Fits(password, MaxLength);
        password = fits ? Nfc.Of(password) : password;
        Require(TextRule.LengthOf(password) >= MinLength, FieldCodes.TooShort, $"Password must be at least {MinLength} characters");
        Require(fits, FieldCodes.TooLong, $"Password must be at most {MaxLength} characters");
        Require(!Nfc.HasTooManyMarks(password), FieldCodes.InvalidFormat, $"Password must not have more than {Nfc.MaxMarks} combining marks in a row");
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
