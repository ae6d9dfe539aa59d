using System.Reflection;
using System.Runtime.InteropServices;

namespace CleanApi.Infrastructure.Access;

/// <summary>The functions that are used of libsodium (doc.libsodium.org, "The pwhash* API").</summary>
internal static partial class Libsodium
{
    /// <summary>crypto_pwhash_STRBYTES: the text of a hash with its terminating zero.</summary>
    public const int HashBytes = 128;

    private const string Library = "libsodium";

    // The number after .so is that of the binary interface: 23 up to version 1.0.18, 26 from 1.0.19 on; what is used here is the same in both.
    private static readonly string[] FileNames = ["libsodium.so.23", "libsodium.so.26", "libsodium.dylib", "libsodium.dll", "libsodium"];

    /// <summary>Whether the library is installed here, and ready.</summary>
    public static bool IsAvailable { get; } = Load();

    [LibraryImport(Library, EntryPoint = "crypto_pwhash_str")]
    public static partial int HashPassword(Span<byte> hash, ReadOnlySpan<byte> password, ulong passwordLength, ulong operations, nuint memory);

    [LibraryImport(Library, EntryPoint = "crypto_pwhash_str_verify")]
    public static partial int VerifyPassword(ReadOnlySpan<byte> hash, ReadOnlySpan<byte> password, ulong passwordLength);

    [LibraryImport(Library, EntryPoint = "crypto_pwhash_str_needs_rehash")]
    public static partial int NeedsRehash(ReadOnlySpan<byte> hash, ulong operations, nuint memory);

    [LibraryImport(Library, EntryPoint = "sodium_init")]
    private static partial int Initialize();

    private static bool Load()
    {
        NativeLibrary.SetDllImportResolver(typeof(Libsodium).Assembly, Resolve);
        return Resolve(Library, typeof(Libsodium).Assembly, null) != 0 && Initialize() >= 0;
    }

    private static nint Resolve(string name, Assembly assembly, DllImportSearchPath? searchPath)
    {
        if (!string.Equals(name, Library, StringComparison.Ordinal))
        {
            return 0;
        }

        foreach (var fileName in FileNames)
        {
            if (NativeLibrary.TryLoad(fileName, assembly, searchPath, out var handle))
            {
                return handle;
            }
        }

        return 0;
    }
}
