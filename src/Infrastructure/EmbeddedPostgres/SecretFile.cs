using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace CleanApi.Infrastructure.EmbeddedPostgres;

/// <summary>Random secrets, each in a file that only its owner can read (mode 0600 in a directory of mode 0700).</summary>
internal sealed class SecretFile(string directory)
{
    private const int SecretBytes = 32;
    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public string Directory { get; } = directory;

    /// <summary>Returns the secret with this name; creates it if it is missing. Atomic across processes.</summary>
    public string GetOrCreate(string name)
    {
        if (name.Length == 0 || !name.All(letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-'))
            throw new ArgumentException("The name of a secret has letters, digits, _ and - only.", nameof(name));

        CreateOwnDirectory(Directory);
        var path = Path.Combine(Directory, name);
        if (!File.Exists(path)) Create(path);
        return File.ReadAllText(path, Encoding.ASCII);
    }

    /// <summary>Creates a directory that only its owner can enter.</summary>
    public static void CreateOwnDirectory(string path)
    {
        if (OperatingSystem.IsWindows()) System.IO.Directory.CreateDirectory(path);
        else System.IO.Directory.CreateDirectory(path, OwnerOnly | UnixFileMode.UserExecute);
    }

    /// <summary>Writes a new file that only its owner can read, and flushes it to disk.</summary>
    public static void Write(string path, string text)
    {
        using var stream = OpenNew(path);
        stream.Write(Encoding.ASCII.GetBytes(text));
        stream.Flush(flushToDisk: true);
    }

    /// <summary>Opens a new file that only its owner can read.</summary>
    public static FileStream OpenNew(string path)
    {
        var options = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
        if (!OperatingSystem.IsWindows()) options.UnixCreateMode = OwnerOnly;
        return new FileStream(path, options);
    }

    /// <summary>Gives a draft its name, unless another one has it.</summary>
    /// <exception cref="IOException">The file system refused.</exception>
    public static void Publish(string draft, string path)
    {
        // On Unix, a move looks for the destination and then renames, which replaces a file that came in between. A link does not; where the file system has none,
        // or does not let everybody make them, the move is what is left.
        if (!OperatingSystem.IsWindows() && (HardLink.TryCreate(draft, path, out var isTaken) || isTaken))
        {
            return;
        }

        try
        {
            File.Move(draft, path, overwrite: false);
        }
        catch (IOException) when (File.Exists(path))
        {
            // Another one was first.
        }
    }

    private static void Create(string path)
    {
        // Written to a temporary file and published whole: readers see the complete secret, and the first of concurrent writers wins.
        var draft = path + "." + Guid.NewGuid().ToString("N");
        try
        {
            Write(draft, Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(SecretBytes)));
            Publish(draft, path);
        }
        finally
        {
            File.Delete(draft);
        }
    }
}
