using System.Text;
using CleanApi.Domain.Access;
using CleanApi.Domain.Common;
using CleanApi.Domain.Errors;
using CleanApi.Domain.Users;

namespace CleanApi.Domain.UnitTests.Common;

/// <summary>Normalizing takes no more work than a text that is kept is worth.</summary>
public sealed class NfcTests
{
    private static readonly string Marks = Alternating(Nfc.MaxMarks + 1);

    private static IEnumerable<Rune> Scalars => Enumerable.Range(0, 0x110000).Where(Rune.IsValid).Select(value => new Rune(value));

    [Fact]
    public void Too_many_marks_in_a_row_are_not_normalized()
    {
        var tooMany = "a" + Marks;
        Nfc.Of(tooMany).Should().BeSameAs(tooMany);
        Nfc.HasTooManyMarks(tooMany).Should().BeTrue();
        var whole = "a" + Alternating(Nfc.MaxMarks);
        Nfc.Of(whole).Should().Be(whole.Normalize()).And.NotBe(whole);
        Nfc.HasTooManyMarks(string.Concat(Enumerable.Repeat(whole, 100))).Should().BeFalse("the letter between them begins anew");
    }

    // A mark that is not known as one could be repeated without bound: beside a mark of the lowest class, every other mark changes places.
    [Fact]
    public void Every_character_that_normalizing_moves_counts_as_a_mark()
    {
        var moved = Scalars.Select(rune => rune.ToString())
            .Where(text => Nfc.IsWellFormed(text) && text.IsNormalized(NormalizationForm.FormD))
            .Where(text => (text + '\u0334').Normalize(NormalizationForm.FormD) != text + '\u0334' || ('\u0345' + text).Normalize(NormalizationForm.FormD) != '\u0345' + text).ToList();
        moved.Should().HaveCountGreaterThan(800);
        moved.Where(text => !Nfc.HasTooManyMarks(string.Concat(Enumerable.Repeat(text, Nfc.MaxMarks + 1)))).Should().BeEmpty();
    }

    // So a text with more than four times as many characters as are allowed is too long in NFC, whatever they are.
    [Fact]
    public void No_character_of_NFC_stands_for_more_than_four()
    {
        var most = Scalars.Select(rune => rune.ToString()).Where(text => Nfc.IsWellFormed(text) && text.IsNormalized())
            .Max(text => TextRule.LengthOf(text.Normalize(NormalizationForm.FormD)));
        most.Should().Be(4);
        Nfc.Fits(string.Concat(Enumerable.Repeat("\u03b1\u0313\u0300\u0345", 5)), 5).Should().BeTrue();
        Nfc.Fits(string.Concat(Enumerable.Repeat("\u03b1\u0313\u0300\u0345", 5)) + "a", 5).Should().BeFalse();
    }

    [Theory]
    [InlineData("Zoe\u0308", 3)]
    [InlineData("\u0958", 2)]
    [InlineData("😀😀", 2)]
    [InlineData("", 0)]
    public void A_text_fits_by_its_characters_in_NFC(string text, int length)
    {
        Nfc.Fits(text, length).Should().BeTrue();
        Nfc.Fits(text, length - 1).Should().BeFalse();
    }

    [Fact]
    public void What_is_kept_has_no_more_marks_in_a_row_than_can_be_read()
    {
        NameRule.Public.Check("a" + Marks).Should().Be(NameViolation.TooManyMarks);
        NameRule.Public.Check("a" + Alternating(Nfc.MaxMarks)).Should().BeNull();
        User.BioRule.Check("a" + Marks).Should().Be(TextViolation.TooManyMarks);
        EmailAddress.TryParse($"a{Marks}@acme.test", out _).Should().BeFalse();
        PasswordPolicy.Standard.Check("Passw0rd" + Marks).Should()
            .Equal(new ErrorDetail("password", FieldCodes.InvalidFormat, "Password must not have more than 30 combining marks in a row"));
        NameRule.Public.Invoking(rule => rule.Require("a" + Marks)).Should().Throw<ValidationError>().Which.Details.Should()
            .Equal(new ErrorDetail("name", FieldCodes.InvalidFormat, "Must not have more than 30 combining marks in a row"));
    }

    // Their classes differ: normalizing sorts them.
    private static string Alternating(int count) => string.Concat(Enumerable.Range(0, count).Select(i => i % 2 == 0 ? '\u0315' : '\u0316'));
}
