namespace CleanApi.Domain.Common;

/// <summary>
/// What is a link or an address at first sight. Names must not have it: they stand in mails to people who know nothing of whoever chose the name. A name that ends like
/// a host is one, as <c>Booking.com</c> is: mails keep programs from making a link of it.
/// </summary>
public static class LinkText
{
    private static readonly string[] Marks = ["://", "www.", "@"];

    /// <summary>Whether a text has it.</summary>
    public static bool IsIn(ReadOnlySpan<char> text)
    {
        foreach (var mark in Marks)
        {
            if (text.Contains(mark, StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>The text with a space in its place: what stood around it must not become the same again.</summary>
    public static string Without(string text) =>
        Marks.Aggregate(text, (rest, mark) => rest.Replace(mark, " ", StringComparison.OrdinalIgnoreCase));
}
