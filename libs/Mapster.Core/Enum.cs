namespace Mapster.Utils;

/// <summary>An enumeration's names. Mapster finds both methods by name at run time.</summary>
/// <typeparam name="TEnum">The enumeration.</typeparam>
public static class Enum<TEnum> where TEnum : struct
{
    /// <summary>The value's name, or the names of its flags, or its number when it has neither.</summary>
    public static string ToString(TEnum val) => val.ToString()!;

    /// <summary>The value of a name, of names separated by commas, or of a number, in any case of letters; of nothing, zero.</summary>
    /// <exception cref="ArgumentException">The enumeration has no such name.</exception>
    public static TEnum Parse(string val) => string.IsNullOrEmpty(val) ? default : System.Enum.Parse<TEnum>(val, ignoreCase: true);
}
